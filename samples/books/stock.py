"""Goods in a warehouse at moving average cost."""

from __future__ import annotations


class Stock:
    """Quantities (thousandths of a unit) and values (minor units) of each good, by its place in the list of goods."""

    def __init__(self, goods: int) -> None:
        self.quantity = [0] * goods
        self.value = [0] * goods

    def receive(self, good: int, quantity: int, value: int) -> None:
        self.quantity[good] += quantity
        self.value[good] += value

    def issue(self, good: int, quantity: int) -> int:
        """Take goods out and answer their cost.   Taking more than there is takes all: the caller plans ahead so that this stays rare."""
        held = self.quantity[good]
        if quantity >= held:
            cost = self.value[good]
            self.quantity[good] = self.value[good] = 0
            return cost
        cost = (self.value[good] * quantity + held // 2) // held
        self.quantity[good] = held - quantity
        self.value[good] -= cost
        return cost

    def total(self) -> int:
        return sum(self.value)

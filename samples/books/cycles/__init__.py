"""The cycles of a firm's year, one file each: what it sells, buys, makes, pays and owes, as entries of the journal."""

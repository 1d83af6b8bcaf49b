"""How much of each stated figure papers from other hands back."""

"""For people: one page seen from inside, and the account of a batch."""

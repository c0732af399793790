"""The steps of the profiles: one small function for each rule, in the order of ``arabic.normalize.STEPS``."""

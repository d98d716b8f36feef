"""The synthetic register: an export that agrees with the synthetic force but for planted differences."""

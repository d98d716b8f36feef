"""One file for each planted cause: the ways in which it shows, each on one person at a time."""

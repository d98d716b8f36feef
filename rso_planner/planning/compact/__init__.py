"""The compact engine: greedy first, then exact neighbourhoods by CP-SAT, bounds by a relaxation."""

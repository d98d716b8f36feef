"""Why a task is in the plan or not, and the cheapest single change that would let it in."""

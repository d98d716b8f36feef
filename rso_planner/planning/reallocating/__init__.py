"""Who should hold whom: caseloads evened by work with the fewest changes of officer."""

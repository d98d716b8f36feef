"""The words and the rules of the work: frozen facts and pure functions that know no tool."""

"""The synthetic force: made-up people, officers and histories drawn from a force model."""

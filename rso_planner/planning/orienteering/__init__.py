"""Routes that gather prizes: the problem beneath the week's plan, without police words."""

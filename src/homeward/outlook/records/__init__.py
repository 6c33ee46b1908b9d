"""What lower rooms know, turned into the plain values that a forecast is made of."""

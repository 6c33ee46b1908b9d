"""Rules and arithmetic of crossings: values in, values out."""

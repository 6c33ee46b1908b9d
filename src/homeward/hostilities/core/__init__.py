"""Rules and arithmetic of series: values in, values out."""

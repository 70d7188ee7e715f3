"""What a month costs: the co-payment by the arrangement's price list."""

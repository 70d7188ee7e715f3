"""What a municipality may charge (egenandel): dated price lists to kroner, with the reason; imports no other floor."""

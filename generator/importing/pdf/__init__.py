"""What a PDF holds beside its printed text: what was filled in, remarks, signatures."""

"""What a plan says, one behaviour of the language a test."""

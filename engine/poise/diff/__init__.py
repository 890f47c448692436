"""What an edit of a pack changes: in what it says, and in the plans that it draws up."""

"""From arguments to a plan: candidates, where each stands, their order, sessions and questions."""

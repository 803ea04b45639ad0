"""The totals of a network, counted four ways that share no query and no counting: what one gets wrong, others show."""

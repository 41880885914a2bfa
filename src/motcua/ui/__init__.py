"""How do pages look? Layouts, components, panels, and the site's identity as dated text."""

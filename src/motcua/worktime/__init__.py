"""When is it due? The working calendar and the clocks, as pure functions over dated data."""

"""Letters to people when something happened elsewhere: listens to everyone, called by no one."""

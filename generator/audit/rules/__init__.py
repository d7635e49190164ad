"""What has no place in a site, whoever wrote it: one check a file."""

"""One rule a file, named in Swedish as editors meet it; `site_config/site.yml` lists them all."""

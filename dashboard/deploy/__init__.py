"""Files for operators: containers, a service, a cluster, reverse proxies, static hosts."""

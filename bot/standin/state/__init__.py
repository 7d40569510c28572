"""What exists on the stand-in and is remembered there. Knows nothing of HTTP and sockets, nor of who looks on."""

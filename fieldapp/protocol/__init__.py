"""What both ends must agree on to the byte: protocol 1, without clock, disk, network or chance of its own.

Each module is a face of its own, so that a caller pays only for what it uses:
`canonical` bytes and hashes · `revision` the signed version of a document · `signing` Ed25519, requests, enrolment ·
`chain` a log's running hash · `merge` what a document says after two people changed it · `wire` requests and
replies, typed · `times` protocol time · `codes` the catalogue of errors.
"""

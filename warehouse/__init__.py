"""Everything on the data side: feeds in, a trusted warehouse out, typed reads on top."""

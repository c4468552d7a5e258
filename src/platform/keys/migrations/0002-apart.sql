comment on table key_encryption_key is 'Across organisations: the keys above those of the organisations, by name.';

create table landscape_item (id text);

export const read = (db: any) => db.selectFrom('landscape_item');

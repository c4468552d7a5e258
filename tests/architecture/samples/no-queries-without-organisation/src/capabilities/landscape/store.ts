export const itemOf = (db: any, id: string) => db.selectFrom('landscape_item').selectAll().where('id', '=', id).execute();

// @ts-check

/**
 * What the portal minted for tenants. Holds no token: the accessor can end a
 * token and prolong it, and cannot open a key. Times are ISO 8601 text in UTC,
 * so that they sort and read alike on every database.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('tenant_credentials', table => {
    table.comment('Tokens minted for tenants, by accessor');
    table
      .string('id', 36)
      .primary()
      .comment('The operation, as in the token meta');
    table.string('cluster', 63).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('kms', 255).notNullable().comment('The portal name of it');
    table.string('tenant_id', 127).notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('intent, minted, delivered or abandoned');
    table.string('accessor', 255).nullable();
    table.string('expires_at', 32).nullable();
    table.string('requested_by', 255).notNullable().comment('Entity ref');
    table.string('created_at', 32).notNullable();
    table.string('updated_at', 32).notNullable();
    table.index(['cluster', 'namespace', 'kms', 'state']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('tenant_credentials');
};

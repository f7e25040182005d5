// @ts-check

/**
 * By which a later write of a tenant's Secret shows, whoever says that he wrote
 * it. A credential of before this has none, and nothing is said of its Secret.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tenant_credentials', table => {
    table
      .string('secret_version', 255)
      .nullable()
      .comment('resourceVersion of the Secret when it was delivered');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('tenant_credentials', table => {
    table.dropColumn('secret_version');
  });
};

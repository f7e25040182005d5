// @ts-check

/**
 * Which Secret a token was made for, so that the token of one KMS connection does
 * not end with a delivery by another. It is not known of a credential of before
 * this.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tenant_credentials', table => {
    table.string('secret_name', 253).nullable().comment('In its namespace');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('tenant_credentials', table => {
    table.dropColumns('secret_name');
  });
};

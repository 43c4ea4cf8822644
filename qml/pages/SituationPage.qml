// SPDX-License-Identifier: GPL-3.0-or-later
// 情形: a question that decides what must be brought, asked like any other choice.
FormPage {
}

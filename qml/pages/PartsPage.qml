// SPDX-License-Identifier: GPL-3.0-or-later
// 一起办哪几样: of a theme each item stands in, and may be taken out, like any answer of several.
FormPage {
}

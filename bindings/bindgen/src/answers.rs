//! A form as answers by field: what is common to the languages.

/// How a field's value stands among the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// As the type of the form: its name in both languages.
    As(Type),
    /// A whole number of the form, a decimal among the answers: every number is one there.
    Whole,
}

/// A type by its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    Text,
    Flag,
    Named(String),
    List(Box<Type>),
}

/// A field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in the form's record, as in Rust.
    pub name: String,
    /// Its name in the catalogue.
    pub key: String,
    pub held: Held,
}

/// A form.
#[derive(Clone, Debug)]
pub struct Form {
    /// The kind, as the variant is called in Rust.
    pub kind: String,
    /// The record's name.
    pub record: String,
    pub fields: Vec<Field>,
}

/// What is generated from.
#[derive(Clone, Debug)]
pub struct Forms {
    pub forms: Vec<Form>,
    /// The lists of words, as the variants of `Word` are called.
    pub lists: Vec<String>,
}

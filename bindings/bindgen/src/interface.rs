//! Reads the forms out of the library's metadata.

use uniffi_bindgen::interface::{AsType, Type as Crossing, Variant};
use uniffi_bindgen::{BindgenLoader, BindgenPaths, ComponentInterface, GlobalConfig};

use crate::answers::{Field, Form, Forms, Held, Type};

type Error = Box<dyn std::error::Error>;

/// The forms of the library.
pub fn forms(library: &str) -> Result<Forms, Error> {
    let loader = BindgenLoader::new(BindgenPaths::default(), GlobalConfig::default());
    let metadata = loader.load_metadata(library.into())?;
    let interfaces = loader.load_cis(metadata)?;
    let with_forms = |of: &&ComponentInterface| of.get_enum_definition("Form").is_some();
    let interface = interfaces.iter().find(with_forms).ok_or("the library has no forms")?;
    let variants = |name: &str| -> Result<_, Error> {
        let found = interface
            .get_enum_definition(name)
            .ok_or_else(|| format!("no {name}"))?;
        Ok(found.variants().iter())
    };
    let form = |variant: &Variant| {
        let kind = variant.name().to_owned();
        let field = variant.fields().first().ok_or("a form without a record")?;
        let Crossing::Record { name: record, .. } = field.as_type() else {
            return Err(format!("the form of {kind} is no record").into());
        };
        let fields = interface
            .get_record_definition(&record)
            .ok_or("a form's record is missing")?;
        let fields = fields.fields().iter().map(|of| one(&record, of.name(), &of.as_type()));
        Ok(Form {
            kind,
            fields: fields.collect::<Result<_, Error>>()?,
            record,
        })
    };
    Ok(Forms {
        forms: variants("Form")?.map(form).collect::<Result<_, Error>>()?,
        lists: variants("Word")?.map(|list| list.name().to_owned()).collect(),
    })
}

fn one(record: &str, name: &str, crossing: &Crossing) -> Result<Field, Error> {
    let Crossing::Optional { inner_type } = crossing else {
        return Err(format!("{record}.{name} is not optional: nothing may be assumed").into());
    };
    let held = match &**inner_type {
        Crossing::UInt32 => Held::Whole,
        other => Held::As(named(other).ok_or_else(|| format!("no way is known for {record}.{name}"))?),
    };
    // `type` is no name for a field in Rust.
    let key = if (record, name) == ("DressingForm", "kind") {
        "type"
    } else {
        name
    };
    Ok(Field {
        name: name.to_owned(),
        key: key.to_owned(),
        held,
    })
}

fn named(crossing: &Crossing) -> Option<Type> {
    Some(match crossing {
        Crossing::String => Type::Text,
        Crossing::Boolean => Type::Flag,
        Crossing::Enum { name, .. } | Crossing::Record { name, .. } | Crossing::Custom { name, .. } => {
            Type::Named(name.clone())
        }
        Crossing::Sequence { inner_type } => Type::List(Box::new(named(inner_type)?)),
        _ => return None,
    })
}

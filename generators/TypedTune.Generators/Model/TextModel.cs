namespace TypedTune.Generators.Model;

internal enum TextKind
{
    /// <summary>A number type of .NET.</summary>
    Number,

    /// <summary>A bool.</summary>
    Bool,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A char.</summary>
    Character,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>A value that formats and parses itself.</summary>
    Value,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>Values of several types.</summary>
    Tuple,

    /// <summary>A configuration of exactly the declared type.</summary>
    Part,

    /// <summary>A configuration of one of several types.</summary>
    Option,

    /// <summary>A part of exactly the declared type that has nothing to configure.</summary>
    Empty,

    /// <summary>A value of a type parameter.</summary>
    Any,

    /// <summary>Nothing that has a text.</summary>
    Unsupported,
}

/// <summary>One type that a part may have.</summary>
/// <param name="TypeName">Its full name, as an expression.</param>
/// <param name="Type">The type, fully qualified.</param>
/// <param name="IsEmpty">Whether it has nothing to configure and no text of its own.</param>
internal sealed record TextOption(string TypeName, string Type, bool IsEmpty);

/// <summary>How values of a type are written and read.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Type">The type, fully qualified, with its nullability.</param>
/// <param name="ValueType">The type without its nullability.</param>
/// <param name="IsNullable">Whether null is written and read as null.</param>
internal sealed record TextModel(TextKind Kind, string Type, string ValueType, bool IsNullable)
{
    /// <summary>The items of a list (one) or of a tuple (several).</summary>
    public EquatableArray<TextModel> Items { get; init; }

    /// <summary>The types that a part may have beside that of the prototype.</summary>
    public EquatableArray<TextOption> Options { get; init; }

    /// <summary>An expression that makes a part to start from; empty where there is none.</summary>
    public string Create { get; init; } = "";

    /// <summary>Why there is no text, and what to do; empty where there is one, or where it depends on the value alone.</summary>
    public string Problem { get; init; } = "";
}

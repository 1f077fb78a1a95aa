namespace TypedTune.Learning;

/// <summary>The byte before each value in the binary format.</summary>
internal enum BinaryKind : byte
{
    Begin = 1,
    End = 2,
    List = 3,
    Number = 4,
    Integer = 5,
    Bool = 6,
    Text = 7,

    /// <summary>Numbers of 8 bytes.</summary>
    Numbers = 8,

    /// <summary>Numbers that are whole, as integers.</summary>
    WholeNumbers = 9,

    /// <summary>Numbers that single precision holds exactly.</summary>
    SingleNumbers = 10,
    Integers = 11,
    Texts = 12,
}

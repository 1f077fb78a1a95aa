namespace TypedTune.Learning;

/// <summary>A type whose properties are the columns of a table. Implemented by the generator for types marked <see cref="RowAttribute"/>.</summary>
/// <typeparam name="TSelf">The row type.</typeparam>
public interface IRow<TSelf>
    where TSelf : IRow<TSelf>
{
    /// <summary>The type's columns.</summary>
    static abstract RowSchema<TSelf> Schema { get; }
}

using TypedTune.Generators.Model;

namespace TypedTune.Generators.Emission;

/// <summary>Emits the expressions that write a value and read it.</summary>
internal static class TextEmitter
{
    /// <summary>Writes a value.</summary>
    /// <param name="text">How.</param>
    /// <param name="to">The writer, as an expression.</param>
    /// <param name="value">The value, as an expression.</param>
    public static string Write(TextModel text, string to, string value) => text.Kind switch
    {
        TextKind.List => $"{to}.List({value}, static (to, item) => {Write(text.Items[0], "to", "item")})",
        TextKind.Tuple => $"{text.Items.Select((item, i) => (item, i)).Aggregate($"{to}.BeginList()", (chain, part) => Write(part.item, chain, $"{value}.Item{part.i + 1}"))}.EndList()",
        TextKind.Option => $"{to}.Option({value}{EmptyTypeOf(text, value)})",
        TextKind.Unsupported => $"{to}.Unsupported({value}, {CodeWriter.Literal(text.Problem)})",
        _ => $"{to}.{text.Kind}({value})",
    };

    /// <summary>Reads a value.</summary>
    /// <param name="text">How.</param>
    /// <param name="from">The reader, as an expression.</param>
    /// <param name="prototype">The value that the prototype has; null inside lists.</param>
    public static string Read(TextModel text, string from, string? prototype)
    {
        string value = text.Kind switch
        {
            TextKind.Number or TextKind.Enum or TextKind.Value => $"{from}.{text.Kind}<{text.ValueType}>()",
            TextKind.Bool or TextKind.Text or TextKind.Character => $"{from}.{text.Kind}()",
            TextKind.List => $"[.. {from}.List<{text.Items[0].Type}>(static item => {Read(text.Items[0], "item", null)})]",
            TextKind.Tuple => $"({string.Join(", ", text.Items.Select((item, i) => Read(item, $"{from}[{i}]", null)))})",
            TextKind.Part or TextKind.Empty => $"{from}.{text.Kind}({PrototypeOf(text, prototype)})",
            TextKind.Option => $"{from}.Option<{text.ValueType}>({prototype ?? "default!"}{string.Concat(text.Options.Select(option => $", ({option.TypeName}, static () => new {option.Type}())"))})",
            TextKind.Any => $"{from}.Any<{text.ValueType}>({(prototype is null || text.IsNullable ? "default!" : prototype)})",
            _ => $"{from}.Unsupported<{text.Type}>()",
        };
        return !text.IsNullable || text.Kind == TextKind.Unsupported ? value
            : $"{from}.IsNull ? {(text.Type == text.ValueType ? $"default({text.Type})" : $"({text.Type})null")} : {value}";
    }

    private static string PrototypeOf(TextModel text, string? prototype) =>
        prototype is null ? text.Create : text.IsNullable ? $"{prototype} ?? {text.Create}" : prototype;

    // , this.Engine is Pedals ? "Vehicles.Pedals" : null
    private static string EmptyTypeOf(TextModel text, string value)
    {
        var empty = text.Options.Where(option => option.IsEmpty).ToArray();
        return empty.Length == 0 ? "" : $", {string.Concat(empty.Select(option => $"{value} is {option.Type} ? {option.TypeName} : "))}null";
    }
}

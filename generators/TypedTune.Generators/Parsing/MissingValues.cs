using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Parsing;

/// <summary>What becomes of missing values in a step, as far as its type says it.</summary>
/// <param name="RefusedBy">The type that cannot work with them; null where none is known to.</param>
/// <param name="AreKept">Whether what the step makes may have some too.</param>
internal sealed record MissingValues(ITypeSymbol? RefusedBy, bool AreKept)
{
    private const int Refuse = 0, Keep = 1;

    // Of what says nothing, nothing is said.
    private static MissingValues Unknown => new(null, AreKept: false);

    /// <summary>Follows missing values into a step; of a choice, what all of its options do.</summary>
    public static MissingValues In(IPropertySymbol step, ImmutableStack<ITypeSymbol>? inside = null)
    {
        if (step.FindOneOf() is not { } choice)
            return In(step.Type, inside ?? []);
        MissingValues[] options = [.. choice.AttributeClass!.TypeArguments.Select(option => In(option, inside ?? []))];
        return options.All(option => option.RefusedBy is not null) ? options[0] : new(null, options.All(option => option.AreKept));
    }

    /// <summary>Whether the matrix that a column transformer makes may have missing values: a branch passes on those of its columns.</summary>
    /// <param name="transformer">A column transformer without failures.</param>
    public static bool AreMadeBy(INamedTypeSymbol transformer) =>
        OptionalColumns(transformer).Any(branch => In(branch.Branch) is { RefusedBy: null, AreKept: true });

    /// <summary>The branches of a column transformer that work on columns that may be missing, with those columns.</summary>
    public static IEnumerable<(IPropertySymbol Branch, string[] Columns)> OptionalColumns(INamedTypeSymbol transformer)
    {
        if (BranchParser.RowOf(transformer) is not { } row || row.FindAttribute(KnownNames.Row) is null || RowParser.Parse(row).Model is not { } rowModel || ComponentParser.Parse(transformer).Model?.Flow is not { } flow)
            yield break;
        var branches = FlowParser.StepProperties(transformer);
        for (int i = 0; i < branches.Count; i++)
        {
            string[] optional = [.. rowModel.Columns.Where(column => column.IsOptional && flow.Steps[i].Columns.Contains(BranchParser.ColumnOf(row, column.Path))).Select(column => column.Path)];
            if (optional.Length > 0)
                yield return (branches[i], optional);
        }
    }

    private static MissingValues In(ITypeSymbol type, ImmutableStack<ITypeSymbol> inside)
    {
        if (type is INamedTypeSymbol flow && ComponentParser.IsFlow(flow))
        {
            return inside.Contains(flow.OriginalDefinition, SymbolEqualityComparer.Default) || flow.FindAttribute(KnownNames.ColumnTransformer) is not null
                ? Unknown
                : Through(FlowParser.StepProperties(flow), inside.Push(flow.OriginalDefinition));
        }

        return TreatmentOf(type) switch
        {
            Refuse => new(type, AreKept: false),
            Keep => new(null, AreKept: true),
            _ => Unknown,
        };
    }

    private static MissingValues Through(IEnumerable<IPropertySymbol> steps, ImmutableStack<ITypeSymbol> inside)
    {
        foreach (var step in steps)
        {
            var values = In(step, inside);
            if (values is not { RefusedBy: null, AreKept: true })
                return values;
        }

        return new(null, AreKept: true);
    }

    private static int? TreatmentOf(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.FindAttribute(KnownNames.MissingValues) is { ConstructorArguments: [{ Value: int treatment }] })
                return treatment;
        }

        return null;
    }
}

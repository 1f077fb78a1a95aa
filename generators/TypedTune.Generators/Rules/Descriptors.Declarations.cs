using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Rules;

// Rules on declarations: types, hyperparameters, pipelines, rows.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor NotPartial = Declaration(
        "TT0001", "Type must be partial", "{0} must be partial, as its search space is generated into it; write 'partial' before its keyword");

    public static readonly DiagnosticDescriptor NoSetter = Declaration(
        "TT0002", "Hyperparameter without a setter", "{0} has no {1} that a search could use; add one, or take the attribute away");

    public static readonly DiagnosticDescriptor MinAboveMax = Declaration(
        "TT0003", "Empty range", "The range of {0} is empty: its Min {1} is above its Max {2}, or equal and excluded");

    public static readonly DiagnosticDescriptor NotTunable = Declaration(
        "TT0004", "Property cannot be tuned", "{0} cannot be a hyperparameter: {1}");

    public static readonly DiagnosticDescriptor ReservedName = Declaration(
        "TT0005", "Reserved name", "{0} cannot be called {1}: the generator needs that name");

    public static readonly DiagnosticDescriptor FileLocal = Declaration(
        "TT0012", "File-local type", "{0} is visible in its own file alone, so that nothing can be generated into it; take the 'file' modifier away");

    public static readonly DiagnosticDescriptor NotAStep = Declaration(
        "TT0101", "Not a step", "{0} is not a step: its type {1} is no transformer, encoder, regressor or classifier");

    public static readonly DiagnosticDescriptor StepsDoNotChain = Declaration(
        "TT0102", "Steps do not fit together", "{0} reads {1}, but {2} before it makes {3}");

    public static readonly DiagnosticDescriptor WrongKindOfColumn = Declaration(
        "TT0103", "Wrong kind of column", "{0} holds {1}, but {2} needs {3}");

    public static readonly DiagnosticDescriptor NoSuchColumn = Declaration(
        "TT0104", "No such column", "{0} has no feature column {1}; use nameof({0}.…)");

    public static readonly DiagnosticDescriptor BranchWithoutColumns = Declaration(
        "TT0105", "Branch without columns", "{0} works on no columns: name them with [Columns(nameof(…))], or mark it [Remainder]");

    public static readonly DiagnosticDescriptor PredictorBeforeEnd = Declaration(
        "TT0106", "Predictor before the end", "{0} predicts, so nothing can follow it, but {1} does");

    public static readonly DiagnosticDescriptor UnfitOption = Declaration(
        "TT0107", "Option does not fit", "{0} cannot be an option of {1}: {2}");

    public static readonly DiagnosticDescriptor NoSteps = Declaration(
        "TT0108", "Nothing to do", "{0} has no steps; add a property for each");

    public static readonly DiagnosticDescriptor UnsupportedColumn = Declaration(
        "TT0201", "Unsupported column", "{0} cannot be a column: its type {1} is neither a number, a bool, a string nor an enum; mark it [IgnoreColumn] to leave it out");

    public static readonly DiagnosticDescriptor SeveralTargets = Declaration(
        "TT0202", "Several targets", "{0} is a second [Target]; a row type has one");

    public static readonly DiagnosticDescriptor NotARow = Declaration(
        "TT0203", "Not a row type", "{0} is not marked [Row]");
}

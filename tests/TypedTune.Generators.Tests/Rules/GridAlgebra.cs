using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Tests.Rules;

/// <summary>What the rules on grids say of statements in which <c>p</c> is the design's space.</summary>
internal static class GridAlgebra
{
    public static async Task<IReadOnlyList<(string Id, string Message, string At)>> Say(string statements, params string[] ids)
    {
        var diagnostics = await Compiling.DiagnoseAll(UserCode.District, UserCode.Model, UserCode.Statements(statements));
        return
        [
            .. diagnostics
                .Where(diagnostic => ids.Contains(diagnostic.Id))
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(diagnostic => (diagnostic.Id, diagnostic.GetMessage(), TextAt(diagnostic.Location))),
        ];
    }

    private static string TextAt(Location location) => location.SourceTree!.ToString().Substring(location.SourceSpan.Start, location.SourceSpan.Length);
}

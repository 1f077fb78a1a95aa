using CsCheck;
using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

/// <summary>What splitters by groups promise: no group is on both sides, and rows without groups are refused.</summary>
public abstract class GroupSplitterContract : SplitterContract
{
    [Fact]
    public void NoGroup_IsOnBothSides() => Gen.Int[1, 12].Array[20, 60].Sample(groups =>
    {
        int[] codes = [.. groups.Select((group, row) => row < 4 ? row : group % 12)];
        var rows = Of(codes);
        foreach (var fold in Create().Split(rows))
            Assert.Empty(fold.Train.Select(row => codes[row]).Intersect(fold.Validation.Select(row => codes[row])));
    });

    [Fact]
    public void RowsWithoutGroups_AreRefused() => Assert.Contains(
        "a group a row, but the rows have none. Mark the column that holds them [Group], or set the Groups of the Dataset.",
        Assert.Throws<ArgumentException>("rows", () => Create().Split(new RowRoles(Rows(30).Targets))).Message,
        StringComparison.Ordinal);

    protected override RowRoles Rows(int rows) => Of([.. Enumerable.Range(0, rows).Select(row => row < 3 ? row : row * row % 7)]);

    /// <summary>Rows of groups, whose labels take turns.</summary>
    protected static RowRoles Of(int[] groups) => new(Targets.Of(Categories.From(groups.Select((_, row) => row % 2 == 0 ? "a" : "b"))))
    {
        Groups = new Categories([.. Enumerable.Range(0, 12).Select(group => $"group {group:D2}")], groups),
    };
}
